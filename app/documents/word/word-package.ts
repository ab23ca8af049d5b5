import { accept, refuse, type Result } from '#app/domain/result.ts'
import type { DraftRefused, XmlRefused } from '../draft-reading.ts'
import type { Package } from '../open-package.server.ts'
import { parseXml, type XmlElement, type XmlSource } from '../parse-xml.ts'
import { wordsOfMarkup } from '../part-words.ts'
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
	/** The words of parts that are no XML one could read, whatever their marks: nothing of the document shows them. */
	readonly looseWords: readonly string[]
	readonly relationshipsOf: (part: string) => readonly Relationship[]
	/** One relationship of a part, by the id that its elements use. */
	readonly linkOf: (part: string, id: string | undefined) => Relationship | undefined
	/** References to something outside that bring no words into the document, such as the template it was made from. */
	readonly unreadLinks: readonly Relationship[]
	readonly binary: Package['binary']
}

const MAIN_TYPES =
	/^application\/vnd\.openxmlformats-officedocument\.wordprocessingml\.(document|template)\.main\+xml$/

/** Parts that the reader takes words, numbers or looks from, by the type of the relationship that leads to them. */
const READ = new Set(
	'styles numbering settings theme footnotes endnotes header footer comments diagramData chart chartEx'.split(
		' ',
	),
)

/** References that bring something from outside into the document; a hyperlink only leads there. */
const BRINGS_IN = new Set(
	'image subDocument aFChunk oleObject package control chart chartEx diagramData diagramDrawing video audio media frame header footer'.split(
		' ',
	),
)

type Parts = {
	readonly trees: ReadonlyMap<string, XmlElement>
	/** Why a part has no tree, by its name in lower case. */
	readonly failed: ReadonlyMap<string, XmlRefused>
	readonly relationships: ReadonlyMap<string, readonly Relationship[]>
}

/**
 * Finds the main document the way Word does, by the package's relationships and the content types and not by its usual
 * name. Refused is what changes words: macros, what is brought in from outside, a damaged part that the document shows.
 * A part that nobody reads may be as it is; its words are kept for searching.
 */
export function readWordPackage(
	opened: Package,
	written: XmlSource | null = null,
): Result<WordPackage, DraftRefused> {
	const parts = readParts(opened, written)
	const part = (name: string) => parts.trees.get(name.toLowerCase())
	const relationshipsOf = (name: string) =>
		parts.relationships.get(relationshipPart(name).toLowerCase()) ?? []
	const types = part(CONTENT_TYPES)
	const mainPart =
		parts.relationships.get('_rels/.rels')?.find((link) => link.type === 'officeDocument')?.target ?? ''
	const read = [
		mainPart,
		...relationshipsOf(mainPart)
			.filter(isRead)
			.map((link) => link.target),
	]
	const refusal =
		refuseActive(opened, types) ??
		refuseDamaged([CONTENT_TYPES, '_rels/.rels', ...read, ...read.map(relationshipPart)], parts.failed) ??
		refuseOutside(read, relationshipsOf)
	if (refusal !== null) return refuse(refusal)
	const document = part(mainPart)
	if (document?.name !== 'w:document' || !isWordType(types, mainPart)) return refuse({ code: 'not-word' })
	const links = new Map(
		[...parts.relationships].flatMap(([name, list]) =>
			list.map((link) => [`${name} ${link.id}`, link] as const),
		),
	)
	return accept({
		mainPart,
		document,
		part,
		otherParts: [...parts.trees.values()].filter((tree) => tree !== document),
		looseWords: [...parts.failed.keys()].map((name) => bareWords(opened, name)),
		relationshipsOf,
		linkOf: (name, id) => links.get(`${relationshipPart(name).toLowerCase()} ${id ?? ''}`),
		unreadLinks: [...parts.relationships.values()]
			.flat()
			.filter((link) => link.external && link.type !== 'hyperlink'),
		binary: new Map([...opened.binary].map(([name, facts]) => [name.toLowerCase(), facts])),
	})
}

const CONTENT_TYPES = '[content_types].xml'

function isRead(link: Relationship): boolean {
	return READ.has(link.type) && !link.external
}

function readParts(opened: Package, written: XmlSource | null): Parts {
	const trees = new Map<string, XmlElement>()
	const failed = new Map<string, XmlRefused>()
	const relationships = new Map<string, readonly Relationship[]>()
	for (const [name, bytes] of opened.xml) {
		const tree = parseXml(bytes, name, written)
		if (!tree.ok) failed.set(name.toLowerCase(), tree.reason)
		else if (/\.rels$/i.test(name)) relationships.set(name.toLowerCase(), readRelationships(name, tree.value))
		if (tree.ok) trees.set(name.toLowerCase(), tree.value)
	}
	return { trees, failed, relationships }
}

/** What stands between the tags of a part that is not well-formed. */
function bareWords(opened: Package, name: string): string {
	const [, bytes] = [...opened.xml].find(([each]) => each.toLowerCase() === name) ?? []
	return bytes === undefined ? '' : wordsOfMarkup(bytes.toString('utf8'))
}

/** A part has its type from an entry of its own, or else from one for its suffix. */
function isWordType(types: XmlElement | undefined, mainPart: string): boolean {
	const declared = types === undefined ? [] : elementsOf(types)
	const suffix = mainPart.split('.').at(-1)?.toLowerCase()
	const own =
		declared.find(
			(type) => type.attributes.get('PartName')?.toLowerCase() === `/${mainPart.toLowerCase()}`,
		) ?? declared.find((type) => type.attributes.get('Extension')?.toLowerCase() === suffix)
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

function refuseDamaged(names: readonly string[], failed: Parts['failed']): DraftRefused | null {
	for (const name of names) {
		const reason = failed.get(name.toLowerCase())
		if (reason !== undefined) return reason
	}
	return null
}

function refuseOutside(
	parts: readonly string[],
	relationshipsOf: WordPackage['relationshipsOf'],
): DraftRefused | null {
	for (const part of parts)
		for (const { type, target, external } of relationshipsOf(part))
			if (external && BRINGS_IN.has(type))
				return { code: 'external-reference', part, type, target: target.slice(0, 200) }
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
