#!/bin/sh
# Brings the interface's texts into the language files, and compiles them.
#   usage: packaging/languages.sh [VENV]
# The English file holds plurals only: everything else is English in the source already.
set -eu
cd "$(dirname "$0")/.."
bin=${1:-.venv}/bin
folder=resources/translations
sources=$(find app/xinqiao/ui -name "*.py" | sort)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
messages=$work/messages.py
"$bin/python" packaging/message_templates.py > "$messages"
"$bin/pyside6-lupdate" -silent -no-obsolete -locations none $sources "$messages" -ts "$folder/xinqiao_zh_CN.ts"
"$bin/pyside6-lupdate" -silent -no-obsolete -locations none -pluralonly $sources -ts "$folder/xinqiao_en.ts"
for language in en zh_CN; do
    "$bin/pyside6-lrelease" -silent "$folder/xinqiao_$language.ts" -qm "$folder/xinqiao_$language.qm"
done
unfinished=$(grep -c 'type="unfinished"' "$folder"/*.ts | grep -v ':0$' || true)
[ -z "$unfinished" ] || echo "Not translated yet: $unfinished"
