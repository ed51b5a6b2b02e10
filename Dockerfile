# syntax=docker/dockerfile:1
# Not tried where it was written: there was no Docker. Build: docker build -t kinora .   Use: docker run --rm -v "$PWD:/films" kinora make "A sunset over the ocean"
FROM node:22-bookworm-slim AS build
WORKDIR /kinora
# FFmpeg is not needed to build; packages first, so that they are fetched again only when they change.
COPY package.json bun.lock bunfig.toml ./
RUN npx --yes bun@1.4.5 install --frozen-lockfile
COPY . .
RUN node_modules/.bin/bun build.ts

FROM debian:bookworm-slim
RUN apt-get update \
 && apt-get install -y --no-install-recommends ffmpeg ca-certificates \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --create-home --uid 1000 kinora \
 && install -d -o kinora -g kinora /data /films
COPY --from=build /kinora/dist/kinora /usr/local/bin/kinora
COPY LICENSE NOTICE /usr/local/share/doc/kinora/
USER kinora
ENV KINORA_DATA=/data
VOLUME /data
WORKDIR /films
ENTRYPOINT ["kinora"]
CMD ["--help"]
