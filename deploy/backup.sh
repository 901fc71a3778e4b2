#!/bin/sh
# Backs up a data directory, whether or not a server is running on it; see docs/operate/backup.md.
#
#   backup.sh DATA_DIR BACKUP_DIR    prints the directory that holds the copy
#
# BACKUP_DIR must exist. If the script created it, a backup disk that is not mounted would go
# unnoticed, and the copies would fill the system disk.
set -eu
data=${1:?usage: backup.sh DATA_DIR BACKUP_DIR}
backups=${2:?usage: backup.sh DATA_DIR BACKUP_DIR}

# #region back-up
umask 077 # The copy holds secrets: only its owner may read it.
copy=$backups/$(date -u +%Y-%m-%dT%H-%M-%SZ)
mkdir "$copy.partial"
trap 'rm -rf "$copy.partial"' EXIT # If a step fails, no partial copy remains.
trap 'exit 1' HUP INT TERM
file=$(printf %s "$copy.partial/parley.db" | sed "s/'/''/g") # Escapes quotes for SQL.
sqlite3 -readonly "$data/parley.db" "VACUUM INTO '$file'"
cp "$data/jwt.pem" "$copy.partial/"
test "$(sqlite3 "$copy.partial/parley.db" "PRAGMA integrity_check")" = ok
sync "$copy.partial/parley.db" "$copy.partial/jwt.pem"
mv -T "$copy.partial" "$copy" # The copy is complete.
# #endregion back-up

echo "$copy"
