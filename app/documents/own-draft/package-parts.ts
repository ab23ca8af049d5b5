import { strFromU8, strToU8, zipSync } from 'fflate'
import { elementsOf } from '../xml-element.ts'
import { NotCarried, type OwnDraft } from './own-draft.server.ts'

/** The parts of a package being written: what was changed, what was brought along, and what leads to it. */
export type PackageParts = {
	readonly set: (part: string, xml: string) => void
	/** Brings the image along to which this id of the other draft leads, and gives its id here. */
	readonly link: (part: string, id: string) => string
	/** Adds a part of our own to the main document. */
	readonly add: (part: string, xml: string, kind: string, type: string) => void
	readonly zip: () => Uint8Array
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export function openPackageParts(base: OwnDraft, other: OwnDraft): PackageParts {
	const main = base.source.mainPart
	const changed = new Map<string, Uint8Array>()
	const links = new Map<string, string>()
	const [relations, types]: [string[], string[]] = [[], []]
	const folder = main.slice(0, main.lastIndexOf('/') + 1)
	let free = 1
	const relate = (kind: string, target: string) => {
		const id = `yq${free++}`
		relations.push(`<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`)
		return id
	}
	return {
		set: (part, xml) => changed.set(nameIn(base, part), strToU8(withDeclaration(xml))),
		link: (part, id) => {
			const key = `${part} ${id}`
			const known = links.get(key)
			if (known !== undefined) return known
			const link = other.source.linkOf(part, id)
			if (link === undefined || link.type !== 'image' || link.external || part !== other.source.mainPart)
				throw new NotCarried(link?.type ?? id)
			const bytes = other.parts[nameIn(other, link.target)]
			if (bytes === undefined) throw new NotCarried(link.target)
			const suffix = link.target.split('.').at(-1)?.toLowerCase() ?? ''
			const target = `media/brought${links.size + 1}.${suffix}`
			changed.set(`${folder}${target}`, bytes)
			types.push(
				`<Override PartName="/${folder}${target}" ContentType="${contentType(other, link.target)}"/>`,
			)
			const given = relate('image', target)
			links.set(key, given)
			return given
		},
		add: (part, xml, kind, type) => {
			changed.set(`${folder}${part}`, strToU8(withDeclaration(xml)))
			types.push(`<Override PartName="/${folder}${part}" ContentType="${type}"/>`)
			relate(kind, part)
		},
		zip: () => {
			const parts = new Map(Object.entries(base.parts).filter(([name]) => !name.endsWith('/')))
			for (const [name, bytes] of changed) parts.set(name, bytes)
			const slash = main.lastIndexOf('/') + 1
			const rels = nameIn(base, `${main.slice(0, slash)}_rels/${main.slice(slash)}.rels`)
			if (relations.length > 0) parts.set(rels, appended(parts.get(rels), 'Relationships', relations))
			const typesPart = nameIn(base, '[Content_Types].xml')
			if (types.length > 0) parts.set(typesPart, appended(parts.get(typesPart), 'Types', types))
			return zipSync(Object.fromEntries(parts), { level: 6 })
		},
	}
}

/** Parts are found whatever their case. */
function nameIn({ parts }: OwnDraft, name: string): string {
	if (parts[name] !== undefined) return name
	return Object.keys(parts).find((one) => one.toLowerCase() === name.toLowerCase()) ?? name
}

function contentType({ source }: OwnDraft, part: string): string {
	const types = source.part('[Content_Types].xml')
	const suffix = part.split('.').at(-1)?.toLowerCase()
	const declared = (types === undefined ? [] : elementsOf(types)).find(
		({ attributes }) =>
			attributes.get('PartName')?.toLowerCase() === `/${part.toLowerCase()}` ||
			attributes.get('Extension')?.toLowerCase() === suffix,
	)
	return declared?.attributes.get('ContentType') ?? `image/${suffix === 'jpg' ? 'jpeg' : suffix}`
}

/** Elements put in before the end of a part's root. Their names have the prefix of the root's. */
function appended(bytes: Uint8Array | undefined, root: string, elements: readonly string[]): Uint8Array {
	const xml = bytes === undefined ? '' : strFromU8(bytes).replace(/^\uFEFF/, '')
	const end = new RegExp(`</((?:[\\w.-]+:)?)${root}\\s*>\\s*$`).exec(xml)
	if (end === null) throw new NotCarried(`no end of ${root}`)
	const prefixed = elements.join('').replaceAll(/<(?=[A-Z])/g, `<${end[1] ?? ''}`)
	return strToU8(`${xml.slice(0, end.index)}${prefixed}${end[0]}`)
}

function withDeclaration(xml: string): string {
	const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
	return `${declaration}${xml.replace(/^\s*<\?xml[^>]*\?>/, '')}`
}
