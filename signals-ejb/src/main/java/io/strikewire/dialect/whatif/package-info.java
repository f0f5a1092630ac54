/** Dialects and the normal form, asked by file. */
@NullMarked
package io.strikewire.dialect.whatif;

import org.jspecify.annotations.NullMarked;
