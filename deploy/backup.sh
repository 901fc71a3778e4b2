#!/bin/sh
# Backs up a data directory, whether a server runs on it or not; see docs/operate/backup.md.
#
#   deploy/backup.sh DATA_DIR BACKUP_DIR    prints the directory that holds the copy
set -eu
data=$1
backups=$2

# #region back-up
umask 077 # The copy holds what the data directory holds: it is for its owner only.
name=$(date -u +%Y-%m-%dT%H-%M-%SZ)
mkdir -p "$backups/$name.partial"
sqlite3 -readonly "$data/parley.db" "VACUUM INTO '$backups/$name.partial/parley.db'"
cp "$data/jwt.pem" "$backups/$name.partial/"
test "$(sqlite3 "$backups/$name.partial/parley.db" "PRAGMA integrity_check")" = ok
sync "$backups/$name.partial/parley.db" "$backups/$name.partial/jwt.pem"
mv "$backups/$name.partial" "$backups/$name" # Now it is whole.
# #endregion back-up

echo "$backups/$name"
