/**
 * Gives `Array.prototype.at` to browsers before Chromium 92 (the oldest that we serve is 86): rules of the domain that
 * also run in the browser call it, and libraries do.
 */
export function giveArrayAt(prototype: unknown[] = Array.prototype): void {
	if ('at' in prototype) return
	Object.defineProperty(prototype, 'at', {
		configurable: true,
		writable: true,
		value: function at(this: readonly unknown[], index: number) {
			return this[index < 0 ? this.length + index : index]
		},
	})
}
