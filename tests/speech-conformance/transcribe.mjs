// Asks a server to transcribe a file with Microsoft's own client, and prints what that client understood as one line of JSON.
// usage: node transcribe.mjs ENDPOINT KEY FILE < options.json      (options as the client takes them, e.g. {"locales":["ko-KR"]})
import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { TranscriptionClient } from "@azure/ai-speech-transcription";

const [endpoint, key, file] = process.argv.slice(2);
const client = new TranscriptionClient(endpoint, { key }, {
  // The test server listens on loopback without TLS; and a repeated request would hide what the first answer was.
  allowInsecureConnection: true,
  retryOptions: { maxRetries: 0 },
});

const outcome = await client
  .transcribe(await readFile(file), JSON.parse(await text(process.stdin)))
  .then(
    (result) => ({ result }),
    (error) => ({ status: Number(error.statusCode ?? 0), code: error.code ?? null, message: error.message }),
  );
console.log(JSON.stringify(outcome));
