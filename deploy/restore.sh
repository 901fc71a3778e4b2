#!/bin/sh
# Creates a data directory from a copy made by backup.sh; see docs/operate/backup.md.
#
#   deploy/restore.sh COPY DATA_DIR
set -eu
copy=${1:?usage: restore.sh COPY DATA_DIR}
data=${2:?usage: restore.sh COPY DATA_DIR}

# #region restore
umask 077
mkdir "$data" # Fails if it exists: move the old directory away first.
cp "$copy/parley.db" "$copy/jwt.pem" "$data/"
sync "$data/parley.db" "$data/jwt.pem"
# #endregion restore
