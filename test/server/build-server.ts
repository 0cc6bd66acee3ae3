import { ensureServerBuild } from '../../.ci/build.mjs'

/** Some cases run the server as `npm start` would, in a process of its own: it is built first when the sources have changed. */
export default async function buildServer(): Promise<void> {
  await ensureServerBuild()
}
