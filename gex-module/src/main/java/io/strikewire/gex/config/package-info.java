/** How old quotes and chains may be. */
@NullMarked
package io.strikewire.gex.config;

import org.jspecify.annotations.NullMarked;
