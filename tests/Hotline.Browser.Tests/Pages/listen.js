// Stands between the page and the browser's voice: what is read aloud is written down, in the order in which it happens.
window.readAloud = [];
if (window.speechSynthesis) {
  speechSynthesis.speak = utterance => window.readAloud.push(`${utterance.lang}: ${utterance.text}`);
  speechSynthesis.cancel = () => window.readAloud.push('stopped');
}
