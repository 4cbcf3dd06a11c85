import type { Command } from 'commander';
import type { Io } from '../io/io.js';
import { baseCommand } from './base-command.js';

const more = `
  bash        farebox completion bash > ~/.local/share/bash-completion/completions/farebox
  zsh         farebox completion zsh > "\${fpath[1]}/_farebox"
  fish        farebox completion fish > ~/.config/fish/completions/farebox.fish
  powershell  farebox completion powershell | Out-String | Invoke-Expression   (in $PROFILE)

The script asks farebox itself what may come next, so it knows your roles and need not be made anew
after an update.

Examples:
  farebox completion bash > farebox.bash
  farebox completion zsh > _farebox
  farebox completion fish > farebox.fish`;

/** `farebox completion <shell>`: prints the script of a shell. */
export function completionCommand(io: Io, finish: (exitCode: number) => void): Command {
  return baseCommand('farebox completion', io)
    .description('What Tab completes: commands, options, models, roles, settings.')
    .argument('<shell>', 'bash, zsh, fish or powershell')
    .addHelpText('after', more)
    .action(async (shell: string) => {
      const { completion } = await import('./completion.js');
      finish(await completion(shell, io));
    });
}
