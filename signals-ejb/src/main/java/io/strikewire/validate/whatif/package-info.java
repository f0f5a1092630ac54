/** Validation, asked by file. */
@NullMarked
package io.strikewire.validate.whatif;

import org.jspecify.annotations.NullMarked;
