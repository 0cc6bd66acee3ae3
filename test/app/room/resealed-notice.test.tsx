import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { ResealedNotice } from '#app/room/resealed-notice.tsx'
import { renderRoom } from './render-room.tsx'

describe('an envelope made anew', () => {
  it.each([
    [1, 'Un pli abîmé a été refait', /^La mémoire de cet appareil l’avait abîmé\. La fiche signée est intacte/],
    [2, '2 plis abîmés ont été refaits', /^La mémoire de cet appareil les avait abîmés\. Les fiches signées sont intactes/],
  ])('is told with what is safe (%i)', (count, title, words) => {
    renderRoom(<ResealedNotice count={count} />)
    expect(screen.getByText(title)).toBeVisible()
    expect(screen.getByText(words)).toBeVisible()
  })

  it('is not spoken of when there is none', () => {
    renderRoom(<ResealedNotice count={0} />)
    expect(screen.queryByText(/refait/)).toBeNull()
  })
})
