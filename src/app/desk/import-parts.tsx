import { Button, FileButton, Textarea } from '@mantine/core'
import { IconFile } from '@tabler/icons-react'

interface ChooseFileProps {
  accept: string
  /** What the file is, for a screen reader. */
  label: string
  /** What the button says. */
  choose: string
  onFile: (file: File | null) => void
}

/** The button that opens the device's own files. */
export function ChooseFile({ accept, label, choose, onFile }: ChooseFileProps) {
  return (
    <FileButton accept={accept} onChange={onFile} inputProps={{ 'aria-label': label }}>
      {(props) => (
        <Button variant="default" leftSection={<IconFile size={18} aria-hidden />} {...props}>
          {choose}
        </Button>
      )}
    </FileButton>
  )
}

interface FileTextProps {
  label: string
  description?: string
  value: string
  onChange: (text: string) => void
}

/** A file's text, shown and pasted. */
export function FileText({ label, description, value, onChange }: FileTextProps) {
  return (
    <Textarea
      label={label}
      description={description}
      rows={12}
      spellCheck={false}
      styles={{ input: { fontFamily: 'ui-monospace, monospace' } }}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

/** Reads a chosen file; false when the browser may not, or when it was moved. */
export async function canRead(read: () => Promise<void>): Promise<boolean> {
  try {
    await read()
    return true
  } catch (cause) {
    if (!(cause instanceof DOMException)) throw cause
    return false
  }
}
