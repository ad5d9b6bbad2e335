// Draws icon.png from icon.svg: node images/rasterise.mjs. The Marketplace takes no SVG.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const size = 256;
const executablePath = process.env.CHROME ?? '/usr/bin/chromium';
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage({ viewport: { width: size, height: size } });
await page.setContent(
  `<style>body{margin:0}svg{display:block}</style>${readFileSync(here('icon.svg'), 'utf8')}`,
);
await page.screenshot({ path: here('icon.png'), omitBackground: true });
await browser.close();
