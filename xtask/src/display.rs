//! Takes nothing, gives a display that nobody sees, for the browser that cannot do without one.
//!
//! `Display::open()?.name()` is `:99` or whichever number was free.
//!
//! Invariant: the X server ends with its [`Display`].

use crate::process::Owned;
use anyhow::{Context as _, Result, bail};
use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};

/// A running virtual display.
pub(crate) struct Display {
    name: String,
    _server: Owned,
}

impl Display {
    /// Starts an X server on a free display number and waits until it listens.
    ///
    /// # Errors
    /// When there is no Xvfb or it ends before it listens.
    pub(crate) fn open() -> Result<Self> {
        let mut command = Command::new("Xvfb");
        command.args(["-displayfd", "1", "-screen", "0", "1400x8200x24", "-nolisten", "tcp"]);
        let child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().context("cannot start Xvfb")?;
        let mut server = Owned(child);
        let output = server.0.stdout.take().context("Xvfb has no output to read")?;
        let mut number = String::new();
        BufReader::new(output).read_line(&mut number)?;
        if number.trim().is_empty() {
            bail!("Xvfb ended before it had a display: run `Xvfb -displayfd 1` to see why");
        }
        Ok(Self { name: format!(":{}", number.trim()), _server: server })
    }

    /// The display's name, for the variable `DISPLAY`.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }
}
