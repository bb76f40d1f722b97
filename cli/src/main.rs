//! The command `cifeng`; everything it does is in the library beside it.

use std::process::ExitCode;

fn main() -> ExitCode {
    cifeng_cli::main()
}
