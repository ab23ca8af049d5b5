import type { DocumentTree, Margin } from './document-tree.ts'
import { linesOfBlocks } from './plain-lines.ts'
import { imagesIn } from './walk-document.ts'

/** What differs beside the text: a header or footer with its words on both sides, or an image that came or went. */
export type BesideChange =
	| {
			readonly kind: Margin['kind']
			/** The section that shows it first, from 1, and on which pages; null where no section shows it. */
			readonly section: number | null
			readonly pages: Margin['pages']
			readonly old: string
			readonly new: string
	  }
	| {
			readonly kind: 'image'
			readonly fate: 'inserted' | 'deleted'
			/** What its author said of it, or ''. */
			readonly alt: string
			readonly sha256: string | null
			/** The place of it among the images of its draft, from 1. */
			readonly position: number
	  }

/** Headers, footers and images of two documents that differ; none where one of them is no document of pages. */
export function compareBeside(old: DocumentTree | null, fresh: DocumentTree | null): BesideChange[] {
	if (old === null || fresh === null) return []
	return [...compareMargins(old, fresh), ...compareImages(old, fresh)]
}

function compareMargins(old: DocumentTree, fresh: DocumentTree): BesideChange[] {
	const [before, after] = [marginsOf(old), marginsOf(fresh)]
	const keys = [...new Set([...before.keys(), ...after.keys()])]
	return keys.flatMap((key): BesideChange[] => {
		const margin = before.get(key) ?? after.get(key)
		const [a, b] = [before.get(key)?.words ?? '', after.get(key)?.words ?? '']
		if (margin === undefined || a === b) return []
		const { kind, section, pages } = margin.margin
		return [{ kind, section, pages, old: a, new: b }]
	})
}

type MarginWords = { readonly margin: Margin; readonly words: string }

/** Images of a header count as words of it, by what they are. */
function marginsOf(document: DocumentTree): Map<string, MarginWords> {
	const margins = new Map<string, MarginWords>()
	for (const margin of document.margins) {
		const images = imagesIn(margin.blocks).map(({ sha256 }) => `〔${(sha256 ?? '').slice(0, 12)}〕`)
		const words = [linesOfBlocks(margin.blocks).join(' ').trim(), ...images]
			.filter((one) => one !== '')
			.join(' ')
		if (words !== '')
			margins.set(`${margin.kind} ${margin.section ?? '-'} ${margin.pages ?? '-'}`, { margin, words })
	}
	return margins
}

function compareImages(old: DocumentTree, fresh: DocumentTree): BesideChange[] {
	const [before, after] = [imagesIn(old.body), imagesIn(fresh.body)]
	const left = (images: typeof before, others: typeof before, fate: 'inserted' | 'deleted') => {
		const counts = new Map<string | null, number>()
		for (const { sha256 } of others) counts.set(sha256, (counts.get(sha256) ?? 0) + 1)
		return images.flatMap(({ sha256, alt }, at): BesideChange[] => {
			const same = counts.get(sha256) ?? 0
			counts.set(sha256, same - 1)
			return same > 0 ? [] : [{ kind: 'image', fate, alt, sha256, position: at + 1 }]
		})
	}
	return [...left(before, after, 'deleted'), ...left(after, before, 'inserted')]
}
