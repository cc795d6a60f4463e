declare module 'pdfmake/js/3rd-party/svg-to-pdfkit.js' {
  type Draw = (doc: PDFKit.PDFDocument, svg: string, x: number, y: number, options: Record<string, unknown>) => void
  const written: { default: Draw } // compiled to CommonJS: Node gives its exports as the default
  export default written
}
