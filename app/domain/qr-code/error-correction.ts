/** The field of 256 elements that QR codes count in (ISO/IEC 18004:2015 7.5): products under x⁸+x⁴+x³+x²+1. */
function product(a: number, b: number): number {
	let sum = 0
	for (let bit = 7; bit >= 0; bit -= 1) {
		sum = (sum << 1) ^ ((sum >>> 7) * 0x11d)
		sum ^= ((b >>> bit) & 1) * a
	}
	return sum
}

/** The generator polynomial of so many check words, without its leading one, highest power first. */
function generatorOf(degree: number): number[] {
	const coefficients: number[] = Array.from({ length: degree }, (_, at) => (at === degree - 1 ? 1 : 0))
	let root = 1
	for (let round = 0; round < degree; round += 1) {
		for (let at = 0; at < degree; at += 1)
			coefficients[at] = product(coefficients[at] ?? 0, root) ^ (coefficients[at + 1] ?? 0)
		root = product(root, 2)
	}
	return coefficients
}

/** The check words of a block of data: the remainder of a division of polynomials (Reed–Solomon). */
export function checkWords(data: readonly number[], count: number): number[] {
	const generator = generatorOf(count)
	let remainder: number[] = Array.from({ length: count }, () => 0)
	for (const word of data) {
		const factor = word ^ (remainder[0] ?? 0)
		remainder = [...remainder.slice(1), 0].map((each, at) => each ^ product(generator[at] ?? 0, factor))
	}
	return remainder
}
