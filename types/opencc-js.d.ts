/** The table of the library has no types of its own: pairs of a traditional and a simplified character, apart by `|`. */
declare module 'opencc-js/dict/TSCharacters' {
	const table: string
	export default table
}
