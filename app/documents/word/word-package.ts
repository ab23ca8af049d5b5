import { accept, refuse, type Result } from '#app/domain/result.ts'
import type { DraftRefused } from '../draft-reading.ts'
import type { Package } from '../open-package.server.ts'
import { parseXml, type XmlElement } from '../parse-xml.ts'
import { elementsOf } from '../xml-element.ts'

export type Relationship = {
	readonly id: string
	/** Last word of the relationship's type: `header`, `image`, `hyperlink` … */
	readonly type: string
	/** Part name inside the package, or the address when it leads outside. */
	readonly target: string
	readonly external: boolean
}

/** A package whose parts have been checked for what a draft may not carry, with its main document found. */
export type WordPackage = {
	readonly mainPart: string
	readonly document: XmlElement
	/** The tree of a part, or undefined when there is no such XML part. */
	readonly part: (name: string) => XmlElement | undefined
	/** The trees of all XML parts but the main document. */
	readonly otherParts: readonly XmlElement[]
	readonly relationshipsOf: (part: string) => readonly Relationship[]
	/** One relationship of a part, by the id that its elements use. */
	readonly linkOf: (part: string, id: string | undefined) => Relationship | undefined
	readonly binary: Package['binary']
}

const MAIN_TYPES =
	/^application\/vnd\.openxmlformats-officedocument\.wordprocessingml\.(document|template)\.main\+xml$/

/**
 * Finds the main document the way Word does, by the package's relationships and not by its usual name, and refuses
 * macros, references to anything outside (ordinary hyperlinks are allowed: they fetch nothing) and foreign chunks.
 */
export function readWordPackage(opened: Package): Result<WordPackage, DraftRefused> {
	const trees = new Map<string, XmlElement>()
	for (const [name, bytes] of opened.xml) {
		const tree = parseXml(bytes, name)
		if (!tree.ok) return tree
		trees.set(name.toLowerCase(), tree.value)
	}
	const part = (name: string) => trees.get(name.toLowerCase())
	const relationships = new Map<string, readonly Relationship[]>()
	for (const name of opened.xml.keys())
		if (/\.rels$/i.test(name)) relationships.set(name.toLowerCase(), readRelationships(name, part(name)))
	const refusal = refuseActive(opened, part('[Content_Types].xml')) ?? refuseOutside(relationships)
	if (refusal !== null) return refuse(refusal)

	const mainPart =
		relationships.get('_rels/.rels')?.find((link) => link.type === 'officeDocument')?.target ?? ''
	const document = part(mainPart)
	if (document?.name !== 'w:document' || !isWordType(part('[Content_Types].xml'), mainPart))
		return refuse({ code: 'not-word' })
	const links = new Map(
		[...relationships].flatMap(([name, list]) => list.map((link) => [`${name} ${link.id}`, link] as const)),
	)
	return accept({
		mainPart,
		document,
		part,
		otherParts: [...trees.values()].filter((tree) => tree !== document),
		relationshipsOf: (name) => relationships.get(relationshipPart(name).toLowerCase()) ?? [],
		linkOf: (name, id) => links.get(`${relationshipPart(name).toLowerCase()} ${id ?? ''}`),
		binary: new Map([...opened.binary].map(([name, facts]) => [name.toLowerCase(), facts])),
	})
}

function isWordType(types: XmlElement | undefined, mainPart: string): boolean {
	const declared = types === undefined ? [] : elementsOf(types)
	const own = declared.find(
		(type) => type.attributes.get('PartName')?.toLowerCase() === `/${mainPart.toLowerCase()}`,
	)
	return MAIN_TYPES.test(own?.attributes.get('ContentType') ?? '')
}

function refuseActive(opened: Package, types: XmlElement | undefined): DraftRefused | null {
	for (const name of [...opened.binary.keys(), ...opened.xml.keys()])
		if (/(^|\/)(vba(project|data)|attachedtoolbars)[^/]*$/i.test(name))
			return { code: 'macro-file', part: name }
	for (const type of types === undefined ? [] : elementsOf(types)) {
		const content = type.attributes.get('ContentType') ?? ''
		const part = type.attributes.get('PartName') ?? ''
		if (/macroEnabled|vbaProject/i.test(content)) return { code: 'macro-file', part }
	}
	return null
}

function refuseOutside(relationships: ReadonlyMap<string, readonly Relationship[]>): DraftRefused | null {
	for (const [part, links] of relationships)
		for (const { type, target, external } of links) {
			if (external && type !== 'hyperlink')
				return { code: 'external-reference', part, type, target: target.slice(0, 200) }
			if (type === 'aFChunk') return { code: 'alt-chunk', part: target }
		}
	return null
}

function readRelationships(name: string, root: XmlElement | undefined): Relationship[] {
	const folder = name.replace(/_rels\/[^/]*$/, '')
	return (root === undefined ? [] : elementsOf(root))
		.filter((element) => element.name === 'rel:Relationship')
		.map(({ attributes }) => {
			const external = attributes.get('TargetMode')?.toLowerCase() === 'external'
			const target = attributes.get('Target') ?? ''
			return {
				id: attributes.get('Id') ?? '',
				type: attributes.get('Type')?.split('/').at(-1) ?? '',
				target: external ? target : resolvePart(folder, target),
				external,
			}
		})
}

/** `../media/a.png` seen from `word/` is `media/a.png`; a leading slash starts at the package's root. */
function resolvePart(folder: string, target: string): string {
	const steps: string[] = []
	for (const step of (target.startsWith('/') ? target : `${folder}${target}`).split('/')) {
		if (step === '..') steps.pop()
		else if (step !== '' && step !== '.') steps.push(step)
	}
	return steps.join('/')
}

function relationshipPart(name: string): string {
	const slash = name.lastIndexOf('/') + 1
	return `${name.slice(0, slash)}_rels/${name.slice(slash)}.rels`
}
