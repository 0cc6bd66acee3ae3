import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'

const ink: MantineColorsTuple = [
  '#eef3fb',
  '#dbe6f5',
  '#b8cdec',
  '#9cc0f4',
  '#6f99d6',
  '#4a7cc4',
  '#2f65b0',
  '#1d4f91',
  '#163f75',
  '#0f2f5c',
]

/** Mantine's theme on our tokens (tokens.css): one accent, warm paper or slate, roomy controls. */
export const theme = createTheme({
  primaryColor: 'ink',
  primaryShade: { light: 7, dark: 3 },
  autoContrast: true,
  colors: { ink },
  fontFamily: 'var(--cdj-font)',
  headings: { fontFamily: 'var(--cdj-font)', fontWeight: '650' },
  defaultRadius: 'md',
  respectReducedMotion: true,
  cursorType: 'pointer',
})

const surfaces = {
  '--mantine-color-body': 'var(--cdj-paper)',
  '--mantine-color-text': 'var(--cdj-ink)',
  '--mantine-color-dimmed': 'var(--cdj-ink-soft)',
  '--mantine-color-placeholder': 'var(--cdj-ink-soft)',
  '--mantine-color-anchor': 'var(--cdj-accent)',
  '--mantine-color-error': 'var(--cdj-danger)',
  '--mantine-color-default': 'var(--cdj-surface)',
  '--mantine-color-default-color': 'var(--cdj-ink)',
  '--mantine-color-default-border': 'var(--cdj-line-strong)',
  '--mantine-color-default-hover': 'var(--cdj-accent-soft)',
}

/** Mantine's own surfaces and texts point to our tokens, so that both themes keep AA contrast. */
export const cssVariables: CSSVariablesResolver = () => ({ variables: surfaces, light: surfaces, dark: surfaces })
