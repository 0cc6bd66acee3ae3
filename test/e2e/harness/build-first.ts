import { ensureBuild } from '../../../.ci/build.mjs'

/** End-to-end tests drive what `npm start` would run, so it is built first when the sources have changed. */
export default async function buildFirst(): Promise<void> {
  await ensureBuild()
}
