// Runs before everything else, in the oldest JavaScript that a too old Node understands.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19) || major === 21 || (major === 22 && minor < 12)) {
	console.error('Yiqian needs Node 20.19, or 22.12 and newer; this is Node ' + process.versions.node + '.')
	process.exit(1)
}
