/** Prints a PDF of this origin by the browser's own dialog, without leaving the desk; where the browser shows no PDFs itself, opens it. */
export function printPdf(address: string) {
  if (navigator.pdfViewerEnabled === false) {
    window.open(address, '_blank', 'noopener')
    return
  }
  document.getElementById(frameId)?.remove()
  const frame = document.createElement('iframe')
  frame.id = frameId
  frame.title = ''
  frame.setAttribute('aria-hidden', 'true')
  frame.tabIndex = -1
  frame.className = 'unseen' // a frame that is not displayed is not printed either
  frame.onload = () => {
    try {
      frame.contentWindow?.focus()
      frame.contentWindow?.print()
    } catch {
      window.open(address, '_blank', 'noopener')
    }
  }
  frame.src = address
  document.body.append(frame)
}

const frameId = 'printed-paper'
