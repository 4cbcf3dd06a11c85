/** The script for each shell: it asks `farebox __complete` what may come next, so it is never out of date. */
export const shells = {
  bash: `# Completion of farebox for bash.
_farebox() {
  local value description
  COMPREPLY=()
  compopt +o default 2>/dev/null
  while IFS=$'\\t' read -r value description; do
    if [[ $value == :files ]]; then
      compopt -o default 2>/dev/null
    else
      [[ $value == *[:=] ]] && compopt -o nospace 2>/dev/null
      COMPREPLY+=("$value")
    fi
  done < <("$1" __complete bash "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -o default -F _farebox farebox
`,

  zsh: `#compdef farebox
# Completion of farebox for zsh.
_farebox() {
  local line word description shown
  local -a values unfinished
  for line in "\${(@f)$("\${words[1]}" __complete zsh "\${(@)words[2,CURRENT]}" 2>/dev/null)}"; do
    if [[ $line == :files ]]; then
      _files
      return
    fi
    [[ -n $line ]] || continue
    description=\${line#*$'\\t'}
    word=\${line%%$'\\t'*}
    shown="\${word//:/\\\\:}\${description:+:$description}"
    # Without a space behind what is to be gone on with.
    if [[ $word == *[:=] ]]; then unfinished+=("$shown"); else values+=("$shown"); fi
  done
  (( $#values + $#unfinished )) && _describe -t values 'farebox' values -- unfinished -S ''
}
if [[ $funcstack[1] == _farebox ]]; then
  _farebox "$@"
else
  compdef _farebox farebox
fi
`,

  fish: `# Completion of farebox for fish.
function __farebox_complete
  set -l words (commandline -opc)
  set -l current (commandline -ct)
  set -l found ($words[1] __complete fish $words[2..-1] "$current" 2>/dev/null)
  if test "$found[1]" = ':files'
    __fish_complete_path "$current"
  else
    printf '%s\\n' $found
  end
end
complete -c farebox -f -a '(__farebox_complete)'
`,

  powershell: `# Completion of farebox for PowerShell.
Register-ArgumentCompleter -Native -CommandName farebox -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  # Every word gets a =, because older PowerShells drop empty ones.
  $words = @($commandAst.CommandElements | Select-Object -Skip 1 |
    Where-Object { $_.Extent.StartOffset -lt $cursorPosition } | ForEach-Object { "=$_" })
  if ($wordToComplete -eq '') { $words += '=' }
  & farebox __complete powershell @words 2>$null | ForEach-Object {
    $value, $description = $_ -split "\`t", 2
    if ($value -eq ':files') { return }
    if (-not $description) { $description = $value }
    [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $description)
  }
}
`,
} as const;

export type Shell = keyof typeof shells;

export function isShell(word: string): word is Shell {
  return Object.hasOwn(shells, word);
}
