# Check everything: format, lint, types, contracts, tests. --quick and --long as in ./test.
# For Windows 10 or newer with Python 3.11 or newer. Not run by us yet.
$ErrorActionPreference = "Stop"
$root = $PSScriptRoot
. (Join-Path $root "packaging\environment.ps1")
Set-Location $root

$which = @("-m", "not long and not bench")
$given = @($args)
if ($given.Count -gt 0 -and $given[0] -eq "--quick") { $which = @("-m", "not long and not bench and not slow", "-n", "2", "--dist", "loadfile", "tests\unit"); $given = @($given | Select-Object -Skip 1) }
elseif ($given.Count -gt 0 -and $given[0] -eq "--long") { $which = @("-m", "not bench"); $given = @($given | Select-Object -Skip 1) }

if (-not (Test-Stamp "wheels-test")) {
    Install-Wheels "wheels-test" "[test]"
    Copy-Item (Join-Path $venv "wheels-test") (Join-Path $venv "wheels")
}

# The embedder takes seconds, the engine for language models minutes, once; their tests are passed over without them.
if ($args.Count -eq 0 -or $args[0] -ne "--quick") { & $python (Join-Path $root "packaging\prepare.py") }

$env:QT_QPA_PLATFORM = "offscreen"
$env:PATH = "$(Join-Path $venv 'Scripts');$env:PATH"
foreach ($check in @("ruff format --check --quiet .", "ruff check --quiet .", "mypy", "lint-imports --no-logo")) {
    $words = $check -split " "
    & $words[0] @($words | Select-Object -Skip 1)
    if ($LASTEXITCODE -ne 0) { exit 1 }
}
& $python -m pytest @which @given
exit $LASTEXITCODE
