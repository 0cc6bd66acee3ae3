import { describe, expect, it } from 'vitest'
import { readArguments } from '#server/arguments.ts'

describe('the command line', () => {
  it.each([
    [[], { does: 'serve', demo: false }],
    [['--demo'], { does: 'serve', demo: true }],
    [['--password-link', 'maud@example.org'], { does: 'make-password-link', email: 'maud@example.org' }],
    [['--password-link=Maud@example.org'], { does: 'make-password-link', email: 'Maud@example.org' }],
  ])('%j is understood', (args, command) => {
    expect(readArguments(args)).toEqual(command)
  })

  it.each([
    [['--password-link']],
    [['--password-link', '--demo']],
    [['--password-link', 'maud@example.org', '--demo']],
    [['--password-link', 'maud@example.org', 'noe@example.org']],
    [['--help']],
    [['demo']],
  ])('%j is refused, and each right one is said', (args) => {
    const command = readArguments(args)
    expect(command).toMatchObject({ does: 'refuse' })
    for (const line of ['npm start -- --demo', 'npm start -- --password-link prenom.nom@exemple.fr'])
      expect(command).toHaveProperty('sentence', expect.stringContaining(line))
  })

  it.each(['', 'maud', 'maud@example', 'Maud <maud@example.org>'])('refuses %j as an address, and says what one is', (address) => {
    const sentence = expect.stringMatching(new RegExp(`^« ${address} » n’est pas une adresse e-mail entière.*prenom\\.nom@exemple\\.fr$`))
    expect(readArguments(['--password-link', address])).toEqual({ does: 'refuse', sentence })
  })
})
