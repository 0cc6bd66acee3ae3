import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ChainLink, chainFaults } from '#domain/device-chain.ts'

function aChain(deviceId: string, length: number): ChainLink[] {
  return Array.from({ length }, (_, chainIndex) => ({
    deviceId,
    chainIndex,
    hash: `${deviceId}-${chainIndex}`,
    previous: chainIndex === 0 ? null : `${deviceId}-${chainIndex - 1}`,
  }))
}

describe('the chains of the devices', () => {
  it('hold when every sheet up to the last one is there, in whatever order they came', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.infiniteStream(fc.nat()), (length, places) => {
        const links = [...aChain('a', length), ...aChain('b', length)]
        const shuffled = links.map((link) => ({ link, at: places.next().value ?? 0 })).sort((x, y) => x.at - y.at)
        expect(chainFaults(shuffled.map(({ link }) => link))).toEqual([])
      }),
    )
  })

  it('name each missing sheet, and its hash when the next one tells it', () => {
    const links = aChain('a', 6).filter(({ chainIndex }) => ![0, 3, 4].includes(chainIndex))
    expect(chainFaults([...links, ...aChain('b', 2)])).toEqual([
      {
        deviceId: 'a',
        missing: [
          { chainIndex: 0, hash: 'a-0' },
          { chainIndex: 3, hash: null },
          { chainIndex: 4, hash: 'a-4' },
        ],
        forks: [],
      },
    ])
  })

  it('name the place where two sheets follow the same one', () => {
    const copy = { deviceId: 'a', chainIndex: 2, hash: 'copy-2', previous: 'a-1' }
    expect(chainFaults([...aChain('a', 3), copy])).toEqual([
      { deviceId: 'a', missing: [], forks: [{ chainIndex: 2, hashes: ['a-2', 'copy-2'] }] },
    ])
  })

  it('name the place where the next sheet follows another one than the one that is there', () => {
    const links = aChain('a', 3).map((link) => (link.chainIndex === 2 ? { ...link, previous: 'other-1' } : link))
    expect(chainFaults(links)).toEqual([{ deviceId: 'a', missing: [], forks: [{ chainIndex: 1, hashes: ['a-1', 'other-1'] }] }])
  })

  it('are not read for ever when a sheet claims an absurd place', () => {
    const absurd = { deviceId: 'a', chainIndex: Number.MAX_SAFE_INTEGER, hash: 'far', previous: 'none' }
    const [fault] = chainFaults([...aChain('a', 2), absurd])
    expect(fault?.missing[0]).toEqual({ chainIndex: 2, hash: null })
    expect(fault?.missing).toHaveLength(500)
  })
})
