import { Button, FileButton } from '@mantine/core'
import { useState } from 'react'
import { Notice } from '../../shared/notice.tsx'
import { useBreakPage } from '../../shared/use-break-page.ts'
import { useAct } from '../account/use-act.ts'
import { FailureNotice } from '../answered.tsx'
import type { Answer } from '../api.ts'
import { ImportComplaints } from '../import-complaints.tsx'

interface FileActProps {
  label: string
  accept: string
  /** Sends the file's text; what it answers is said. */
  act: (text: string) => Promise<Answer<string>>
  onDone: () => void
}

/** Chooses a file and does something with its text; complaints are listed with the file's own lines. */
export function FileAct({ label, accept, act, onDone }: FileActProps) {
  const breakPage = useBreakPage()
  const { busy, failure, run } = useAct()
  const [text, setText] = useState('')
  const [said, setSaid] = useState<string | null>(null)
  const take = async (file: File | null) => {
    if (!file) return
    const read = await file.text()
    setText(read)
    setSaid(null)
    const done = await run(() => act(read))
    if (!done) return
    setSaid(done.value)
    onDone()
  }
  const problem = failure?.outcome === 'problem' && failure.problem.code === 'import-invalid' ? failure.problem : null
  return (
    <>
      <div>
        <FileButton accept={accept} onChange={(file) => void take(file).catch(breakPage)}>
          {(props) => (
            <Button {...props} variant="default" loading={busy}>
              {label}
            </Button>
          )}
        </FileButton>
      </div>
      {problem && <ImportComplaints problem={problem} text={text} />}
      {failure && !problem && <FailureNotice failure={failure} />}
      {said !== null && <Notice tone="info" role="status" title={said} />}
    </>
  )
}
