import fc from 'fast-check'

/** One thing that happens: on which device, and by what chance. */
export interface Step {
  act:
    | 'mark'
    | 'sign'
    | 'correct'
    | 'deliver'
    | 'cutBefore'
    | 'cutAfter'
    | 'duplicate'
    | 'hold'
    | 'release'
    | 'witness'
    | 'crash'
    | 'update'
    | 'backUp'
    | 'restore'
  device: number
  oral: number
  choice: number
}

/** More marks and signatures than accidents, as on a real day. */
const act = fc.oneof(
  { weight: 12, arbitrary: fc.constant('mark' as const) },
  { weight: 5, arbitrary: fc.constant('sign' as const) },
  { weight: 3, arbitrary: fc.constant('correct' as const) },
  { weight: 3, arbitrary: fc.constant('deliver' as const) },
  {
    weight: 9,
    arbitrary: fc.constantFrom(
      'cutBefore' as const,
      'cutAfter' as const,
      'duplicate' as const,
      'hold' as const,
      'release' as const,
      'witness' as const,
      'crash' as const,
      'update' as const,
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom('backUp' as const, 'restore' as const) },
)

export const anySchedule: fc.Arbitrary<Step[]> = fc.array(
  fc.record({ act, device: fc.nat(2), oral: fc.nat(1), choice: fc.nat(1_000_000) }),
  { minLength: 20, maxLength: 60 },
)
