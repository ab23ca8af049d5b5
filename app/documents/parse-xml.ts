import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { accept, refuse } from '#app/domain/result.ts'
import type { Result } from '#app/domain/result.ts'
import type { XmlRefused } from './draft-reading.ts'
import { canonicalPrefix } from './xml-namespaces.ts'

/** An element with its namespaces settled: `name` is `w:p` whatever prefix the file chose for that namespace. */
export type XmlElement = {
	readonly name: string
	readonly attributes: ReadonlyMap<string, string>
	readonly children: readonly XmlNode[]
}

export type XmlNode = XmlElement | string

/** Nesting that the parser takes: deep tables inside text boxes stay below 100. */
const DEPTH_LIMIT = 250

const parser = new XMLParser({
	preserveOrder: true,
	ignoreAttributes: false,
	attributeNamePrefix: '',
	trimValues: false,
	processEntities: false,
	parseTagValue: false,
	parseAttributeValue: false,
	cdataPropName: CDATA_NAME(),
	maxNestedTags: DEPTH_LIMIT,
	jPath: false,
})

function CDATA_NAME(): '#cdata' {
	return '#cdata'
}
