// Runs as soon as the first entry is parsed (scripts/seal.mjs). Chromium goes on parsing for ten milliseconds
// at a time: on a slow CPU this layout, which the first frame needs in any case, uses them up, so that the frame comes
// before the rest is parsed, and has none of it to style.
// Few words, as each that is new to the engine holds up that frame.
requestAnimationFrame((now) => { window.drawn = now; });
document.body.clientWidth;
