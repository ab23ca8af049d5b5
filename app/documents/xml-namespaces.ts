/** Namespaces by the prefix used in this code. The second address of a kind is the one of strict OOXML. */
const PREFIX_BY_NAMESPACE: ReadonlyMap<string, string> = new Map([
	['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
	['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
	['http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'r'],
	['http://purl.oclc.org/ooxml/officeDocument/relationships', 'r'],
	['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
	['http://purl.oclc.org/ooxml/officeDocument/math', 'm'],
	['http://schemas.openxmlformats.org/drawingml/2006/main', 'a'],
	['http://purl.oclc.org/ooxml/drawingml/main', 'a'],
	['http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing', 'wp'],
	['http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing', 'wp'],
	['http://schemas.openxmlformats.org/drawingml/2006/chart', 'c'],
	['http://purl.oclc.org/ooxml/drawingml/chart', 'c'],
	['http://schemas.openxmlformats.org/drawingml/2006/diagram', 'dgm'],
	['http://purl.oclc.org/ooxml/drawingml/diagram', 'dgm'],
	['http://schemas.microsoft.com/office/drawing/2014/chartex', 'c'],
	['http://schemas.microsoft.com/office/drawing/2016/SVG/main', 'asvg'],
	['http://schemas.microsoft.com/office/word/2010/wordprocessingShape', 'wps'],
	['http://schemas.microsoft.com/office/word/2010/wordml', 'w14'],
	['http://schemas.microsoft.com/office/word/2012/wordml', 'w15'],
	['urn:schemas-microsoft-com:vml', 'v'],
	['urn:schemas-microsoft-com:office:office', 'o'],
	['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
	['http://schemas.openxmlformats.org/package/2006/content-types', 'ct'],
	['http://schemas.openxmlformats.org/package/2006/relationships', 'rel'],
	['http://www.w3.org/XML/1998/namespace', 'xml'],
])

/** The prefix this code uses for a namespace; `?` for one it does not know, so that no name matches by chance. */
export function canonicalPrefix(namespace: string): string {
	return PREFIX_BY_NAMESPACE.get(namespace) ?? '?'
}

/** Namespaces that Word itself may ask for in a choice of markup; WPS and others bring their own. */
export function isKnownToWord(namespace: string): boolean {
	return PREFIX_BY_NAMESPACE.has(namespace) || namespace.startsWith('http://schemas.microsoft.com/office/')
}
