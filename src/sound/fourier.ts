/** Power spectra of real frames whose length is a power of two: `power[k]` for the bins 0 to length / 2. */
export function powerSpectrum(length: number): (frame: Float32Array, power: Float32Array) => void {
  const [real, imaginary] = [new Float32Array(length), new Float32Array(length)];
  const order = bitReversal(length);
  const cosines = Float32Array.from({ length: length / 2 }, (_, index) => Math.cos((2 * Math.PI * index) / length));
  const sines = Float32Array.from({ length: length / 2 }, (_, index) => -Math.sin((2 * Math.PI * index) / length));
  return (frame, power) => {
    for (let index = 0; index < length; index++) real[index] = frame[order[index]!]!;
    imaginary.fill(0);
    for (let half = 1; half < length; half *= 2) butterflies(real, imaginary, half, cosines, sines);
    for (let bin = 0; bin <= length / 2; bin++) power[bin] = real[bin]! ** 2 + imaginary[bin]! ** 2;
  };
}

/** One stage of the radix-2 transform (Cooley and Tukey, 1965). */
function butterflies(real: Float32Array, imaginary: Float32Array, half: number, cosines: Float32Array, sines: Float32Array): void {
  const stride = cosines.length / half;
  for (let start = 0; start < real.length; start += 2 * half) {
    for (let low = start, turn = 0; low < start + half; low++, turn += stride) {
      const high = low + half;
      const re = real[high]! * cosines[turn]! - imaginary[high]! * sines[turn]!;
      const im = real[high]! * sines[turn]! + imaginary[high]! * cosines[turn]!;
      real[high] = real[low]! - re;
      imaginary[high] = imaginary[low]! - im;
      real[low]! += re;
      imaginary[low]! += im;
    }
  }
}

function bitReversal(length: number): Uint32Array {
  const order = new Uint32Array(length);
  for (let index = 1; index < length; index++) order[index] = (order[index >> 1]! >> 1) | (index & 1 ? length >> 1 : 0);
  return order;
}
