# syntax=docker/dockerfile:1
# docker build -t kinora .
# docker run --rm -p 127.0.0.1:8080:8080 -v kinora:/data kinora                        the server; settings as -e KINORA_WORKERS=2 or in /data/kinora.toml
# docker run --rm -v kinora:/data -v "$PWD:/films" kinora make "A sunset over the ocean"  one film, where the folder lets user 1000 write

# The builder's own machine compiles, for whichever machine the image is (docker build --platform linux/arm64 needs no emulation here).
# "baseline" also runs on processors without AVX2, which small servers have.
FROM --platform=$BUILDPLATFORM node:22-bookworm-slim AS build
ARG TARGETARCH
WORKDIR /kinora
# FFmpeg is not needed to build; packages first, so that they are fetched again only when they change.
COPY package.json bun.lock bunfig.toml ./
RUN npx --yes bun@1.4.5 install --frozen-lockfile
COPY . .
RUN target="linux-$(echo "${TARGETARCH:-$(dpkg --print-architecture)}" | sed s/amd64/x64-baseline/)" \
 && node_modules/.bin/bun build.ts --target "$target" \
 && mv "dist/kinora-$target" dist/kinora

FROM debian:bookworm-slim
RUN apt-get update \
 && apt-get install -y --no-install-recommends ffmpeg ca-certificates \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --create-home --uid 1000 kinora \
 && install -d -o kinora -g kinora /data /films
COPY --from=build /kinora/dist/kinora /usr/local/bin/kinora
COPY LICENSE NOTICE /usr/local/share/doc/kinora/
USER kinora
ENV KINORA_DATA=/data KINORA_HOST=0.0.0.0 KINORA_PORT=8080
VOLUME /data
WORKDIR /films
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=10s --start-period=20s CMD ["kinora", "healthcheck"]
ENTRYPOINT ["kinora"]
CMD ["serve"]
