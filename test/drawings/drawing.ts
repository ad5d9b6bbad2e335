import axe from 'axe-core';
import type { Frame } from 'playwright-core';
import type { Workbench } from '../host/workbench';

/** The inner frame of the drawing that is open. */
export async function drawing({ page }: Workbench): Promise<Frame> {
  await page
    .frameLocator('iframe.webview.ready')
    .frameLocator('#active-frame')
    .locator('main#drawing')
    .waitFor();
  for (const frame of page.frames()) if (await frame.locator('main#drawing').count()) return frame;
  throw new Error('there is no drawing');
}

/** What keeps somebody from reading or using a frame, as far as a program can tell: the fault, and where it is. */
export async function barriers(frame: Frame): Promise<readonly (readonly [id: string, html?: string])[]> {
  await frame.evaluate(axe.source);
  const { violations } = (await frame.evaluate('axe.run(document)')) as axe.AxeResults;
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => [id, nodes[0]?.html] as const);
}
