# Starts the program from source in the folder the user is in: npm has moved to the project's own and remembers theirs in INIT_CWD.
# The program takes this shell's place, so that signals reach it; it reads no .env or bunfig.toml of the folder it works in.
project=$(pwd)
cd "${INIT_CWD:-.}" && exec "$project/node_modules/.bin/bun" --no-env-file --config="$project/bunfig.toml" "$project/src/main.ts" "$@"
