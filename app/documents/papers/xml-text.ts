/** What no XML 1.0 file can hold: control characters, half a surrogate pair, U+FFFE and U+FFFF. */
const UNWRITABLE =
	// eslint-disable-next-line no-control-regex
	/[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** A text that an XML file can hold. What it cannot stands as U+FFFD, which every reader sees. */
export function writable(text: string): string {
	return text.replaceAll(UNWRITABLE, '\uFFFD')
}

/** A text as the content of an element or the value of an attribute. */
export function xmlText(text: string): string {
	return writable(text).replaceAll(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign)
}
