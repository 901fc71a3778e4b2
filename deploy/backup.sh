#!/bin/sh
# Backs up a data directory, whether a server runs on it or not; see docs/operate/backup.md.
#
#   backup.sh DATA_DIR BACKUP_DIR    prints the directory that holds the copy
#
# BACKUP_DIR must exist: were it made here, a backup disk that is not mounted would go unnoticed, and
# the copies would fill the disk of the system.
set -eu
data=$1
backups=$2

# #region back-up
umask 077 # The copy holds what the data directory holds: it is for its owner only.
copy=$backups/$(date -u +%Y-%m-%dT%H-%M-%SZ)
mkdir "$copy.partial"
trap 'rm -rf "$copy.partial"' EXIT # Whatever goes wrong, no half copy stays.
trap 'exit 1' HUP INT TERM
file=$(printf %s "$copy.partial/parley.db" | sed "s/'/''/g") # A quote, as SQL wants it.
sqlite3 -readonly "$data/parley.db" "VACUUM INTO '$file'"
cp "$data/jwt.pem" "$copy.partial/"
test "$(sqlite3 "$copy.partial/parley.db" "PRAGMA integrity_check")" = ok
sync "$copy.partial/parley.db" "$copy.partial/jwt.pem"
mv -T "$copy.partial" "$copy" # Now it is whole.
# #endregion back-up

echo "$copy"
