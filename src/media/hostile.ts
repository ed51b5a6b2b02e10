/** Containers that may be opened for the user's own files: none that names other files (hls, dash, concat, image2, …). */
const FORMATS = [
  ...["mov", "mp4", "m4a", "3gp", "3g2", "mj2", "mov,mp4,m4a,3gp,3g2,mj2", "matroska", "webm", "matroska,webm"],
  ...["avi", "flv", "mpegts", "mpeg", "ogg", "mp3", "wav", "w64", "flac", "aac", "aiff", "gif", "caf", "asf", "apng"],
  ...["jpeg_pipe", "png_pipe", "webp_pipe", "bmp_pipe", "tiff_pipe"],
];

/** Decoders that may be used for them, by FFmpeg's names. */
const CODECS = [
  ...[
    "h264",
    "hevc",
    "av1",
    "libdav1d",
    "libaom-av1",
    "vp8",
    "vp9",
    "libvpx",
    "libvpx-vp9",
    "mpeg4",
    "mpeg1video",
    "mpeg2video",
    "msmpeg4v3",
  ],
  ...[
    "mjpeg",
    "prores",
    "dnxhd",
    "theora",
    "h263",
    "flv",
    "wmv2",
    "vc1",
    "wmv3",
    "png",
    "apng",
    "gif",
    "webp",
    "bmp",
    "tiff",
    "rawvideo",
    "qtrle",
  ],
  ...[
    "aac",
    "aac_fixed",
    "mp3",
    "mp3float",
    "mp2",
    "mp2float",
    "opus",
    "libopus",
    "vorbis",
    "libvorbis",
    "flac",
    "alac",
    "ac3",
    "eac3",
    "wmav2",
  ],
  ...[
    "pcm_s16le",
    "pcm_s16be",
    "pcm_s24le",
    "pcm_s24be",
    "pcm_s32le",
    "pcm_s32be",
    "pcm_f32le",
    "pcm_f32be",
    "pcm_f64le",
    "pcm_u8",
    "pcm_s8",
  ],
  ...["pcm_alaw", "pcm_mulaw", "adpcm_ms", "adpcm_ima_wav", "adpcm_ima_qt"],
];

/** The most pixels of a picture or of a clip's frame. */
export const MAX_PIXELS = 64_000_000;

/** Options before an input of the user's that keep it from reading other files, reaching the network or filling the memory. */
export const HOSTILE = [
  ...["-protocol_whitelist", "file", "-format_whitelist", FORMATS.join(","), "-codec_whitelist", CODECS.join(",")],
  ...["-max_pixels", String(MAX_PIXELS)],
];
