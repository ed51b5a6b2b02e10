declare module "@echogarden/espeak-ng-emscripten" {
  /** `text_position` counts code points from 1, `audio_position` milliseconds. */
  type EspeakEvent = { type: string; text_position: number; audio_position: number; id?: string | number };

  type EspeakWorker = {
    samplerate: number;
    /** 0 when the voice is there. */
    set_voice(name: string): number;
    set_rate(wordsPerMinute: number): void;
    /** Returning true from the callback stops. */
    synthesize(text: string, callback: (samples: Int16Array, events: EspeakEvent[]) => boolean): void;
  };

  type EspeakModule = { eSpeakNGWorker: new () => EspeakWorker; HEAPU8: Uint8Array };

  export default function createEspeak(options: {
    getPreloadedPackage: (name: string, size: number) => ArrayBuffer;
    print: (line: string) => void;
    printErr: (line: string) => void;
  }): Promise<EspeakModule>;
}
