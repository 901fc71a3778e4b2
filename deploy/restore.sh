#!/bin/sh
# Makes a data directory from a copy that backup.sh made; see docs/operate/backup.md.
#
#   deploy/restore.sh COPY DATA_DIR
set -eu
copy=$1
data=$2

# #region restore
umask 077
mkdir "$data" # Fails when there is one: move it out of the way first.
cp "$copy/parley.db" "$copy/jwt.pem" "$data/"
sync "$data/parley.db" "$data/jwt.pem"
# #endregion restore
