# Starts the server that has been built, in the folder the user is in: npm has moved to the project's own and remembers theirs in INIT_CWD.
# The program takes this shell's place, so that signals reach it. The FFmpeg of the packages is the last that it finds.
project=$(pwd)
PATH="$PATH:$project/node_modules/ffmpeg-static"
cd "${INIT_CWD:-.}" && exec "$project/dist/kinora" serve "$@"
