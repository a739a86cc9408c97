"""Parts that more than one page uses: fonts and colours, jobs, messages, small widgets."""
