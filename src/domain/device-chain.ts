/** A signed sheet's place in its device's chain (docs/formats.md). */
export interface ChainLink {
  deviceId: string
  chainIndex: number
  hash: string
  previous: string | null
}

/** What one device's chain tells of sheets that are not among those given. */
export interface ChainFault {
  deviceId: string
  /** Sheets the device signed that are not here; `hash` is known when the next one is here, since it names the one before. */
  missing: { chainIndex: number; hash: string | null }[]
  /** Places taken by several sheets, or a sheet that names another one before it than the one that is there: signed from a copy of the device. */
  forks: { chainIndex: number; hashes: string[] }[]
}

/** A sheet may claim any place: of a gap wider than a device ever signs, only the first places are listed. */
const MAX_LISTED = 500

/**
 * Looks for gaps and forks in the chains of the sheets given, device by device; a device whose chain holds is left out. What a device signed
 * after its last sheet given cannot be known from these.
 */
export function chainFaults(links: readonly ChainLink[]): ChainFault[] {
  const devices = [...new Set(links.map(({ deviceId }) => deviceId))].sort()
  return devices.flatMap((deviceId) => {
    const fault = faultOf(
      deviceId,
      links.filter((link) => link.deviceId === deviceId),
    )
    return fault.missing.length + fault.forks.length > 0 ? [fault] : []
  })
}

function faultOf(deviceId: string, links: readonly ChainLink[]): ChainFault {
  const places = new Map<number, ChainLink[]>()
  for (const link of links) places.set(link.chainIndex, [...(places.get(link.chainIndex) ?? []), link])
  const at = (chainIndex: number) => places.get(chainIndex) ?? []
  const last = Math.max(...places.keys())
  const fault: ChainFault = { deviceId, missing: [], forks: [] }
  for (let chainIndex = 0; chainIndex <= last && fault.missing.length < MAX_LISTED; chainIndex += 1) {
    const here = at(chainIndex)
    const named = new Set(at(chainIndex + 1).flatMap(({ previous }) => previous ?? []))
    const hashes = [...new Set([...here.map(({ hash }) => hash), ...named])].sort()
    if (hashes.length > 1) fault.forks.push({ chainIndex, hashes })
    if (here.length === 0) fault.missing.push({ chainIndex, hash: named.size === 1 ? ([...named][0] ?? null) : null })
  }
  return fault
}
