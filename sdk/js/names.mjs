// Determines which names a bundle can shorten and which it must keep.
import ts from "typescript";

/**
 * Reads a TypeScript project.
 *
 * `classes` are the names of the exported classes, which apps can see in `constructor.name`.
 *
 * `members` are property names that only the project itself uses. A name is included only if no string
 * literal equals it and every property with that name, wherever it is declared, read or written, is
 * private, a member of a class that is neither exported nor a base of an exported class, or a member of
 * an interface marked `@private`. This excludes all names used on the wire, in the storage, by the
 * platform or in the documentation.
 * @param {string} config - the path of a tsconfig.json
 * @param {string} entry - the path of the module that exports the public API
 * @returns {{ classes: string[], members: string[] }}
 */
export function readNames(config, entry) {
  const { options, fileNames } = ts.getParsedCommandLineOfConfigFile(config, {}, ts.sys);
  const program = ts.createProgram(fileNames, options);
  const checker = program.getTypeChecker();
  const classes = exportedClasses(checker, program.getSourceFile(entry));
  const publicClasses = new Set(classes.flatMap((one) => [one, ...basesOf(checker, one)]));
  const internalNames = new Set();
  const exposed = new Set();
  for (const fileName of fileNames) visit(program.getSourceFile(fileName));
  return {
    classes: classes.map(({ name }) => name.text),
    members: [...internalNames].filter((name) => !exposed.has(name)).sort(),
  };

  function visit(node) {
    if (ts.isStringLiteralLike(node)) exposed.add(node.text);
    if (ts.isIdentifier(node) && isPropertyName(node)) {
      const { declarations = [] } = propertyOf(checker, node) ?? {};
      const isOwn = declarations.length > 0 && declarations.every(isInternalMember);
      (isOwn ? internalNames : exposed).add(node.text);
    }
    ts.forEachChild(node, visit);
  }

  function isInternalMember(declaration) {
    const owner = ts.isParameter(declaration) ? declaration.parent.parent : declaration.parent;
    if (ts.isInterfaceDeclaration(owner)) return isInternal(owner);
    if (!ts.isClassLike(owner)) return false;
    const isPrivate = ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Private;
    return isPrivate || !publicClasses.has(owner);
  }
}

/** The classes that a module exports, as values or as types. */
function exportedClasses(checker, module) {
  return checker
    .getExportsOfModule(checker.getSymbolAtLocation(module))
    .map((symbol) =>
      symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol,
    )
    .flatMap((symbol) => symbol.declarations ?? [])
    .filter(ts.isClassDeclaration);
}

/** The classes that a class extends. */
function basesOf(checker, declaration) {
  const bases = checker.getTypeAtLocation(declaration).getBaseTypes() ?? [];
  return bases.flatMap(({ symbol }) => symbol.declarations ?? []).filter(ts.isClassDeclaration);
}

/** Whether an identifier is a property name: declared, accessed, in an object literal or destructured. */
function isPropertyName(node) {
  const { parent } = node;
  if (ts.isBindingElement(parent)) {
    return (
      ts.isObjectBindingPattern(parent.parent) && (parent.propertyName ?? parent.name) === node
    );
  }
  if (parent.name !== node) return false;
  return (
    ts.isPropertyAccessExpression(parent) ||
    ts.isClassElement(parent) ||
    ts.isTypeElement(parent) ||
    ts.isObjectLiteralElement(parent) ||
    ts.isParameterPropertyDeclaration(parent, parent.parent)
  );
}

/** Whether an interface is marked `@private`. */
function isInternal(node) {
  return ts.getJSDocTags(node).some(({ tagName }) => tagName.text === "private");
}

function propertyOf(checker, node) {
  const { parent } = node;
  if (ts.isObjectLiteralElement(parent) && ts.isObjectLiteralExpression(parent.parent)) {
    const expected = checker.getContextualType(parent.parent)?.getProperty(node.text);
    if (expected) return expected;
  }
  if (!ts.isBindingElement(parent)) return checker.getSymbolAtLocation(node);
  return checker.getTypeAtLocation(parent.parent).getProperty(node.text);
}
