// Any sound that the browser can decode, as the telephone carries it: WAV, 8 kHz, 16 bit, one channel.

const rate = 8000;

export async function telephoneWav(bytes) {
  // Decoding in a context of that rate resamples too.
  const sound = await new OfflineAudioContext(1, 1, rate).decodeAudioData(bytes);
  const channels = Array.from({ length: sound.numberOfChannels }, (_, channel) => sound.getChannelData(channel));
  const wav = new DataView(new ArrayBuffer(44 + sound.length * 2));
  writeHeader(wav, sound.length * 2);
  for (let at = 0; at < sound.length; at++) {
    const mixed = channels.reduce((sum, channel) => sum + channel[at], 0) / channels.length;
    wav.setInt16(44 + at * 2, Math.round(Math.max(-1, Math.min(1, mixed)) * 32767), true);
  }
  return wav.buffer;
}

function writeHeader(wav, dataBytes) {
  const text = (at, word) => [...word].forEach((letter, index) => wav.setUint8(at + index, letter.charCodeAt(0)));
  text(0, 'RIFF');
  wav.setUint32(4, 36 + dataBytes, true);
  text(8, 'WAVEfmt ');
  wav.setUint32(16, 16, true);
  wav.setUint16(20, 1, true);
  wav.setUint16(22, 1, true);
  wav.setUint32(24, rate, true);
  wav.setUint32(28, rate * 2, true);
  wav.setUint16(32, 2, true);
  wav.setUint16(34, 16, true);
  text(36, 'data');
  wav.setUint32(40, dataBytes, true);
}
