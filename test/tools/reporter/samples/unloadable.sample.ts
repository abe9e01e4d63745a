/** A file that throws while it is loaded. */
throw new Error('this file does not load')
