import { widthOf } from './signature-places.ts'

/** Where a title may be broken: around the names that it quotes, and not within its own words. */
export function partsBySense(title: string): string[] {
	return title.split(/(?<=》)|(?=《)/)
}

/** The lines of a title, broken by sense where it is wider than a line; a quoted name wider than that is left to the line. */
export function linesBySense(title: string, width: number): string[] {
	const lines: string[] = []
	for (const part of partsBySense(title)) {
		const last = lines.at(-1)
		if (last !== undefined && widthOf(last + part) <= width) lines[lines.length - 1] = last + part
		else lines.push(part)
	}
	return lines
}
