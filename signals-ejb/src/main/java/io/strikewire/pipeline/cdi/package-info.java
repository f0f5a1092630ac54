/** Resources that all modules share: the data source, the versions in force. */
@NullMarked
package io.strikewire.pipeline.cdi;

import org.jspecify.annotations.NullMarked;
