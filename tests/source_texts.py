"""Read the texts in a module: where each stands, and which of them nobody sees."""

import ast


def not_shown(tree):
    """Yield the literals that nobody sees: docstrings, annotations, logs, errors, styles."""
    for node in ast.walk(tree):
        for part in filter(None, hidden(node)):
            yield from ast.walk(part)


def hidden(node):
    """Return those parts of a node whose texts nobody sees."""
    match node:
        case (
            ast.Expr(value=ast.Constant() as told)
            | ast.Assign(targets=[ast.Name("__all__")], value=told)
        ):
            return [told]
        case ast.AnnAssign() | ast.arg(annotation=ast.expr()):
            is_alias = ast.unparse(node.annotation) == "TypeAlias"
            return [node.value if is_alias else node.annotation]
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            return [node.returns]
        case ast.Assert() | ast.Raise():
            return [node]
        case ast.Call(func=called):
            name = ast.unparse(called)
            is_hidden = name in {"tr", "plural", "cast"} or name.startswith(("log.", "logging."))
            return [node] if is_hidden or name.endswith("setStyleSheet") else []
    return []


def arguments(call):
    """Return what a call is given: (name of the function, position or keyword), expression."""
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    given = [*enumerate(call.args), *((word.arg, word.value) for word in call.keywords)]
    return [((name, at), value) for at, value in given]


def literals(value):
    """Yield the texts that an expression may come to, but for those that other calls are given."""
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        yield value.value
    elif isinstance(value, ast.IfExp):
        yield from (*literals(value.body), *literals(value.orelse))
    elif isinstance(value, ast.BoolOp | ast.JoinedStr):
        for part in value.values:
            yield from literals(part)
    elif isinstance(value, ast.BinOp):
        yield from (*literals(value.left), *literals(value.right))
